/*
 * The numbers below are by Stephen Joe and Frances Y. Kuo, file new-joe-kuo-6.21201, used under this notice:
 *
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
 * All rights reserved.
 *
 * Redistribution and use in source and binary forms, with or without modification, are permitted provided
 * that the following conditions are met:
 *
 * Redistributions of source code must retain the above copyright notice, this list of conditions and the
 * following disclaimer.
 *
 * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
 * following disclaimer in the documentation and/or other materials provided with the distribution.
 *
 * Neither the names of the copyright holders nor the names of the University of New South Wales and the
 * University of Waikato and its contributors may be used to endorse or promote products derived from this
 * software without specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
 * BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL,
 * EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
 * LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY
 * WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** The primitive polynomials of one degree s, with their initial direction numbers, as packed bits. */
export interface DirectionGroup {
  /** Number of dimensions. */
  readonly dimensions: number;
  /**
   * Base 64, six bits a character, the highest first. For each dimension: the polynomial's inner
   * coefficients (s − 1 bits), then m_2 … m_s without their lowest bit, which is 1 (k − 1 bits for m_k).
   */
  readonly bits: string;
}

/**
 * Direction numbers of dimensions 2 to 481, by degree from 1 on (Joe and Kuo 2008, Constructing Sobol
 * sequences with better two-dimensional projections, SIAM Journal on Scientific Computing 30, 2635-2654).
 */
export const SOBOL_DIRECTIONS: readonly DirectionGroup[] = [
  { dimensions: 1, bits: "" },
  { dimensions: 1, bits: "w" },
  { dimensions: 2, bits: "ZA" },
  { dimensions: 2, bits: "JM2" },
  { dimensions: 6, bits: "JKESJ3ZtANBXsv" },
  { dimensions: 6, bits: "DYeGj0qE24mOYrTszKU+" },
  {
    dimensions: 18,
    bits: "B9s+YnzHiHOOL5GgMaOmSOqcW+PVVmjzmImifeBIEHTJdlMxylO1gbq5bpGUJai3SuA3DYe97cbzH1Q7Q",
  },
  {
    dimensions: 16,
    bits:
      "HT+Zj0V3/r7AtKpZviaXaxhF79FoLMecfAnZQSUHM0UlR05x6ELLkOlyTo43rz7G1CFfhwwg3Vyxn7hCSPnFv/dXop" +
      "atQg",
  },
  {
    dimensions: 48,
    bits:
      "CMuQvW7w20QbBCIQCiZYKrFosOez+RkVUPtFssVR2HO1L15soDvzTv00xG43Bs++8pO1vO2MUD47Lpq4BDFrX3ySSn" +
      "VG4noVFKDUAUFSescH3tV8EqDKBVs7zDf/NeoL9i0/ZyQT6/dmhO3peZBtVjXVv1eggMNorHw8OcgxCJlOtGdXioHa" +
      "//GI/HfaVZiRRALnxKmCi4OGT50Uy6RnCnq3vjKHrdFwydObBi7fI9G1KsWjYltnzLC84rnlDHjeC/nmaawHwgAhJI" +
      "vced6nBvHaZltUHX3KSiXhruOtGpnZTlMVA3hO5v84heauphNyKWzsulpbh88cbqD+7/RJRLOmz9r6SD1J",
  },
  {
    dimensions: 60,
    bits:
      "Ak5CS4t7lBrRTf/obzCcaDr+NkrCxyXD4Wp7GX0mEQglwG+U9DKT9SICP/HKs+KIrjTBL/BUMUdIwE5/ENfAvjbqQ/" +
      "OaoepdsunPNyeJYC4RP7bufX6DqQ0mEjONTARm33yOCaqSJP8+rW0TTHDchncNhTwdG0Wa3iUKkZWdpxGVfbWtCIFy" +
      "WvF8hjJcdYRsXua3ZOY9SqVMqnJZaL7yQ8c4aGgLOL1kpcfZYOm0MmeVZU/PQVmffcL6QoH4fpyzKznqYhJnBvLuYk" +
      "hUgO6FbiBiU1T+07dpjbMf5WDGCkPywyaj4kk6Tcfh7RYlpe/uL6DxnhFuAvjALn5+bEZNsvokZpZ+4iZrVObIS1AB" +
      "sA2IgLd7OtLe4xoNVrt+FiVKPusv1a+TV3+hxZ7DOB/nNx3BPXnbz6yBYVEknMuzlxA708f00ZTJB8kul03YJt+WUm" +
      "1QgM2xRbN1k98dhr4l2K/KT/X6u31U2elsfq42ye1jIwA5MusqaTXp7Fsj531wV9rlT9FRPP/Lz0X8y7a/gZhHY5ln",
  },
  {
    dimensions: 176,
    bits:
      "AK/ccPTgQnUBforrqHbxGMFVzRtyWTUuQLLKgyHkxazAjgD0Ote7E2hi9EBN2sbNHDI3Qjri7YQYHHeU8I3S9wUPbF" +
      "itmeAIDojRjkOwNecLBKK0HHOVvbXCffjgv6Lvf3FSBibYNEXgQLDgjOKIejbEZ3Mx7sOOMNY0M2dWE2KNwhwJbT73" +
      "usdajmebpXa13h7HUXWbS4UY20PX5CakAtqu4huErHyTpfypE3YAIb1q4PySAuQm6G4GlEoT7mRM3FPYJ3otkE+2n3" +
      "4TzARXG7TFzEomWWrDoyKYRScoy0ZrG1ACoKZ3eSKJ3+lbj3BhCncYDLmrlXjX+p36XX6CKRj3glgv9n4gu5diN5gj" +
      "xX++QliGDHHsZWMlSWSmr88ypRBcifNb2zZLIqBrGbn8tqy7gw7M44eYVNBS+MR2NaWhlyVHSzyiwUGAUjbDH3Ep+E" +
      "2bW4rQAxdd1RtKH8gYCz4iqStSlCfURkGKFFsSFQVXkIccVQkUZRnWJPdZ2pJIqnM/lMs+TBvdsbywVXymyM0WM76V" +
      "qVPJgh1HnC7DCftkWBheLy7lCgqN6AxBc1qQoMr6Zy1GxU64JG3iipsEqZoex6a3kBhVQ8/jSesZHasqrVtARo0iFa" +
      "SQOX2xXuSrUPX6mIxdqbW9bSeFX+ykgukWpI3k0dsNd0W799YYnsi8Xs1hpheVeV93uqLXfvo/MDrQSCfwy0xYR538" +
      "CAt+/KxD4nPmaYnPtmXJYXV/Ob8TPqU3zehCtXGgSROrGfv1tNKTLAWSrbBdawhl1LpE0Ak14+Mm/U3ZhhsjIc2Xf0" +
      "x/Tb2d8Rn6dW+W+/N9le4VKUuH9go876t1McWmmSkQ9QZC5IiggBAqkQtykZMQVvXkX7r7MSqT6YmNnbgLKUBhSm9u" +
      "8fPHbXHXP4eTjSQSKIvDI9s/rJBeUiQ17nlPApXNOz755nuQPLv/uH20NSwfGYCVQLzZpN3/uZ4gY0MyXBDz2hBlk9" +
      "KJ1ISEeD2PgTTOp6n8VgkZ1TYq714wCkLUIw171xrMlLWisME4jlE8cwiM5wnITUVXLfERXqRN697ffAencl+QMW4f" +
      "lTz5NWUohgOHzFycP9BqcQ1gclnHRo6CBCVxL83pajoYEf6Y3vFzMR+8m8zK4k4fKdc3Zpqov6jvBiuzUbj8BLDhlg" +
      "nFLyy52Ldf1OgqLO5zIIuye1Vrv0mYLOtAtArXlV9IbKHFFX0HKldvUdkk0FGES2VpNswO74SEflS0KLqtC6EBioNZ" +
      "WIDTkr79RxOIpoHKmCKqAKECo3sB31YGkZlaWoAyrFOAM4lfKzNW99yquO8PW2uIz3u2kG2PNkuxpHZA6rQbPkD9Yg" +
      "kjUQ2oStADkmg4Ct1DbbUM1pVzb2uRXv1LQ1+5F6Bd9rzZud12iOWbOGk9btqUmVDi5EK3gQ9v4yja8evOsIPpCRVa" +
      "bfWzza6kwxdrAlvRgGa0t4eHMBK1duH2NcQ8wWiIo69s4n79RtAb/D6xV8IH9FB+mDjNRaQsfc58PHHT92P5Dl1ORr" +
      "yJrInbqEMl8CLLh8aj8ZVnWkpp2rE7y/N37IvuU9XnFGRgg5NgPvPe5gLMFp4fOfVKE5d5hBX9APrWtnB5+3aSXVmZ" +
      "Kuni008MzD+YbG+tqJUwcc7sMTnXbBmYeXLNBmz8nLWYBobFtuZOlpRIek3byoY9FGSyyN3xzdnJmDwu1wqOZ1P5PK" +
      "ZfjGT8SZ5JWhfMcXnSY7mvm+bK1c5j3C3j9cKt24Xv87a7U/c3CLG+6L20IBnd/IIfHugHqsIU/Mx/gg7iwd48j8/I" +
      "JIsoMU1KY+XCfE3sAjT9823V8cl1KiF6ZyfyTcJUKj1uR6thcmeZntYqmNcK6wuPm8mHIl4r49/TqUSpvP9oY/LnD7" +
      "KS4RSl+mZKuhIZTcM",
  },
  {
    dimensions: 144,
    bits:
      "BS2PfKEdl9054DSAb51b6YC4LoHt9w1g7jeViAoPrT1lT2cjOfYgmKv1QSh6Gdx+BodrBe0/8EKDADrud+tgtbczLc" +
      "IN3eWqygIz0fcR5rya2sHU7XpQkcWKaJY2I8USROwkBKtnf9FBmCnjd3q9/XXB+AFXtXGRH+YZCcmLAfkhpJOBpLuE" +
      "WqzR5vnsLWZnwwqrUv9veZF4lBs2drzIhmBBbfjsD63wQx2JqEsHfIx4bRskqMwGQawoj6JgVr/XUjdu84erNBEogp" +
      "Hj1RDvH6QU+diZiY7aeJwBHW4E5IL8onjlgelZJ+DQlql5APPoEVw0Ydon7isktQsC3nIB/IeVd0pZfYhImlTyoElD" +
      "DupE/rZ0MvUiGOv9gSEQCxtfxMgaaEldMfr2toZx8z63kzAXxrEz+xe4JSTEDgCpph+rqPUySSx/jcDCBFcwlr9V0n" +
      "MpaE2NMN2o8rOjsePZvvVGZModTffdXlvdpp+pAYf9+64S4N9A6GMCnysfF4a/UUNhHd2cTN5XdbonKVRKUFleJlvR" +
      "djJlETGR9wyOjPOamFBQC5vW9HUk23YZTHOTJKUyLPA8HfYz0aUrFwbXkSxOiZOppSrheP+Iv1+RUPLOh+TXclbM2o" +
      "7jgkUdCLokJ9U00EXhWwD8hC6yc5k3Rlj4rEi1xbKt7NALxM1sLrwuQyWle6Q6TXcIC2IHbD25nivWK+skautjaLhg" +
      "lGofYEb98QmTI0KeK2e2ZxkPmVH2QPRLAsSWmssaJKXJ8RUWyCakEXwvkc1yrmi14U7IpfyGAdbNxW6zHPwYEGMbzj" +
      "Kd+1VcQ/BhnXQnGXm2s9TfBfOilY+qgaSe+dWd1cotvIC/ChVc8S2skWL7qTv5h62msqwI8elK7L2dWJQKT+4Fra3v" +
      "k74X9hqaKCevgvTl6jRt4+o6hWp83Q0/k5smBC6rTaxtPqfrlCJFiM+F7uhm408S34RS1zUc07EYuHd5JRXWu1npR3" +
      "98zqaIk88L+ka2yDBi6pCtXBJrsspMW4mH3QuUE0tFRLTvk/J0srrVnJoeM7InZew2A86XQAFo3zFwOux1zCl6yomx" +
      "F/GN8b+gFK9N5CdNjw9KnuVqclhQm/auLW0/s5/QJ3lGttqu1Z5ltNufpjjOtf0NKq7J0bZroh9orz7KHOUd1yHHRl" +
      "Dw5Ke967zFimlKS1oMr7X/WtRfAa87dAnV//K0KA9YzcSUv6/Vw68bDvzk+Wgar0wlwN9xY8hd9YXGpbiPG4ypWuxN" +
      "cFZdcZfuru1j1Lnjaq3kGLxbVx9g9H6QfcbXXIVIUl6gDkp8yumu1vs9yzydPXd+rOoD3fl9DUq8G2+LcjzOn3ed6f" +
      "y7koF/GymOsBK+dMYrPxlKdYIUk16z/H9c27wWl9hDhal6HyPhOmT8XWx6UE4XExDOciv5iQyIeQ51G1/6QIvWL8n3" +
      "0YS9ZqEGBTZS9ORTvIJ2eoWy6nEOeSUS/1EXmJcsTTb9gfAdjMnJ7qKWUH1llOZyKtyKY/Hi3b88l1Pq+qCQztWaDG" +
      "B7mFzUBboB0jyrl6BG0dcG1qFlSKoE4Ac6ZvVAVHPZSSVD9SmrWNALyeLACq4ddcEeS2wBuoAMbCpkLYpUpeihE2IM" +
      "aokN14p8jnwpulkFarTHRo3hmWCoZOhFLOAnFzXm2B679HfsuRPpyhO1tgpvD8oSm1I9oWqvKL5n0Bm6OzkyPfvzms" +
      "QkYhMqHo3To5XVroSCpmiTHcbKJMA4inmsWfEMOOEgwHiA5I+NlD6yCEpTUPd8nNOAQqealJsX7jVHG8X5wV7rH5hB" +
      "hmjxWFu0dv3QlXXBxNQMGOvvaiGwJwHm7my/kk53AcgmIh8z",
  },
];
