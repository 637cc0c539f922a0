/** What no common file system takes in a name, and white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
const UNSAFE = /[\u0000-\u001f\u007f\\/:*?"<>|\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longest stem in bytes of UTF-8: file systems take 255, ending included. */
const LONGEST = 240;

const encoder = new TextEncoder();

/** The longest beginning of a text that fits, in whole characters. */
function beginning(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST) break;
    kept += character;
  }
  return kept;
}

function safePart(part: string): string {
  return part.replace(UNSAFE, "-").replace(/^[-.]+|[-.]+$/g, "");
}

/**
 * Join parts into a file name that every common system takes; Chinese stays as it is.
 * @example fileName(["嘉兴2021", "基准", "gdp_growth"], "svg") === "嘉兴2021_基准_gdp_growth.svg"
 */
export function fileName(parts: readonly string[], extension: string): string {
  const stem = parts
    .map(safePart)
    .filter((part) => part !== "")
    .join("_");
  const short = safePart(beginning(stem));
  const usable = short === "" || RESERVED.test(short) ? `planodds${short}` : short;
  return `${usable}.${extension}`;
}
