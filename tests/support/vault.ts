import { type Vault, vaultOf } from '#server/vault/vault.ts';

/** A key of the tests: any 32 bytes, the same for everybody who gives the same number. */
export const testKey = (n = 1): Buffer => Buffer.alloc(32, n);

/** The vault of the tests. */
export const testVault: Vault = vaultOf([testKey()]);
