import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentLanguage } from "./environment-language.ts";
import { main } from "./main.ts";
import { projectFolder, projectVersion } from "./project.ts";

// A reader such as `head` may close its end early: that is its right, not a mistake.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const project = projectFolder(dirname(fileURLToPath(import.meta.url)));
try {
  process.exitCode = await main(process.argv.slice(2), {
    language: environmentLanguage(process.env),
    places: { working: process.cwd(), project },
    version: projectVersion(project),
    print: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
  });
} catch (error) {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`planodds: 程序缺陷 / a defect of the program\n${details}\n`);
  process.exitCode = 1;
}
