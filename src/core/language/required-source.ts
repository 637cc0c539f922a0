import { source } from "./common-shapes.ts";
import { required } from "./object-shape.ts";

/** The field of whatever must say where it comes from. */
export const from = required(source, "出处。", "Where it comes from.");
