/** Round constants: the first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = fractionalRoots(64, (prime) => integerRoot(prime << 96n, (root) => root * root * root));

/** Initial state: the same of the square roots of the first 8 primes. */
const INITIAL = fractionalRoots(8, (prime) => integerRoot(prime << 64n, (root) => root * root));

const rotateRight = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** SHA-256 of some bytes as 64 lower-case hex digits (FIPS 180-4, sections 5 and 6.2). */
export function sha256(bytes: Uint8Array): string {
  const message = padMessage(bytes);
  const view = new DataView(message.buffer);
  const state = INITIAL.slice();
  const words = new Uint32Array(64);
  for (let offset = 0; offset < message.length; offset += 64) {
    for (let t = 0; t < 16; t++) words[t] = view.getUint32(offset + 4 * t);
    for (let t = 16; t < 64; t++) words[t] = scheduleWord(words, t);
    compress(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}

/** A 1 bit, zeros up to 8 bytes before a multiple of 64, the length in bits. */
function padMessage(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  message.set(bytes);
  message[bytes.length] = 0x80;
  new DataView(message.buffer).setBigUint64(message.length - 8, BigInt(bytes.length) * 8n);
  return message;
}

function scheduleWord(words: Uint32Array, t: number): number {
  const w15 = words[t - 15]!;
  const w2 = words[t - 2]!;
  const s0 = rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ (w15 >>> 3);
  const s1 = rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ (w2 >>> 10);
  return (words[t - 16]! + s0 + words[t - 7]! + s1) | 0;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const s1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const s0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const t1 = (h + s1 + choice + K[t]! + words[t]!) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = state[i]! + word;
  });
}

/** For the first primes, the lowest 32 bits of a root scaled by 2^32. */
function fractionalRoots(count: number, scaledRoot: (prime: bigint) => bigint): Uint32Array {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
  }
  return Uint32Array.from(primes, (prime) => Number(BigInt.asUintN(32, scaledRoot(prime))));
}

/** The largest whole r < 2^64 with power(r) ≤ value, by bisection. */
function integerRoot(value: bigint, power: (root: bigint) => bigint): bigint {
  let low = 0n;
  let high = 1n << 64n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (power(middle) <= value) low = middle;
    else high = middle;
  }
  return low;
}
