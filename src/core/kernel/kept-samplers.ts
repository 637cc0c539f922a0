import { canonicalJson } from "../model/canonical-json.ts";
import type { Distribution } from "../model/distribution.ts";
import { createSampler, type Sampler, scaleSampler } from "../sampling/sampler.ts";

/** Samplers kept between kernels: a scenario or a moved slider changes a few distributions of many. */
const SAMPLERS_KEPT = 256;
const samplers = new Map<string, Sampler>();

/** Of distributions that are there still, such as those of a program of which one has moved. */
const samplersOfObjects = new WeakMap<Distribution, Sampler>();

/** The sampler of a distribution; its tables are built when it is first asked for. */
export function samplerOf(distribution: Distribution): Sampler {
  const known = samplersOfObjects.get(distribution);
  if (known !== undefined) return known;
  const sampler = samplerOfEqual(distribution);
  samplersOfObjects.set(distribution, sampler);
  return sampler;
}

function samplerOfEqual(distribution: Distribution): Sampler {
  if (distribution.kind === "affine") {
    const { base, shift, scale } = distribution;
    return scaleSampler(samplerOf(base), shift, scale);
  }
  const key = canonicalJson(distribution);
  const sampler = samplers.get(key) ?? createSampler(distribution);
  samplers.delete(key);
  samplers.set(key, sampler);
  for (const oldest of samplers.keys()) {
    if (samplers.size <= SAMPLERS_KEPT) break;
    samplers.delete(oldest);
  }
  return sampler;
}
