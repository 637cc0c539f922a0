import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeUtf8 } from "./encode-utf8.ts";
import { sha256 } from "./sha256.ts";

describe("sha256", () => {
  // NIST, Cryptographic Standards and Guidelines, Examples with Intermediate Values: SHA-256 of the messages of
  // FIPS 180-2 appendix B (one block, two blocks, a million times "a"); and the empty message (NIST CAVP SHA256ShortMsg, Len = 0).
  it.each([
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ])("reproduces a published digest", (message, digest) => {
    expect(sha256(encodeUtf8(message))).toBe(digest);
  });

  it("agrees with Node's own for messages of any length", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });
});

describe("encodeUtf8", () => {
  it("agrees with the platform's encoder, lone surrogates included", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary-ascii" }),
        (one, other) => {
          const text = `${one}\ud800${other}`;
          expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
        },
      ),
    );
  });
});
