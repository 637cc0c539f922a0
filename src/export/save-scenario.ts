import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";

/** Hand a scenario file to the browser's downloads, named by the scenario's title. */
export function saveScenario(text: string, title: string): void {
  saveBlob(new Blob([text], { type: "text/yaml" }), fileName([title], "yaml"));
}
