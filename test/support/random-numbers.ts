/** Uniforms in (0, 1) for tests: Marsaglia's 32-bit xorshift (2003, Journal of Statistical Software 8), made from a seed ≠ 0. */
export function createUniforms(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Standard normals by Box and Muller (1958), Annals of Mathematical Statistics 29. */
export function createNormals(seed: number): () => number {
  const uniform = createUniforms(seed);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
