import { canonicalJson } from "./canonical-json.ts";
import type { Definition } from "./definition.ts";
import { encodeUtf8 } from "./encode-utf8.ts";
import { sha256 } from "./sha256.ts";

/** Identify a model by its content: the first 16 hex digits of the SHA-256 of its canonical JSON. */
export function modelHash(definition: Definition): string {
  return sha256(encodeUtf8(canonicalJson(definition))).slice(0, 16);
}
