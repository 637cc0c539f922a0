import { isAbsolute, relative } from "node:path";

/** The folders that paths refer to, absolute. */
export interface Places {
  /** Where the user is. */
  readonly working: string;
  /** Where this program with its models and scenarios is. */
  readonly project: string;
}

/** A file's name for messages: relative where it is below the working folder, else absolute. */
export function displayPath(file: string, places: Places): string {
  const path = relative(places.working, file);
  return path.startsWith("..") || isAbsolute(path) ? file : path.replaceAll("\\", "/");
}
