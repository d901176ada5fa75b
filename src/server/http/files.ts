import type { NamedEndpoints } from '#contract/index.ts';
import { both } from '#core/kernel/words.ts';
import { processNamed, readCase } from '#server/cases/present.ts';
import { audit } from '#server/cases/log.ts';
import { inTx, reading } from '#server/db/transaction.ts';
import { findFactFile, findFile, insertUpload } from '#server/stores/files.ts';
import { findZoneFile } from '#server/stores/plans.ts';
import { type Call, type Handler, readerOf, scopeFor, stop } from './call.ts';
import { takeUpload } from './upload.ts';

type Named = NamedEndpoints;

/** Bytes first, then the row: a row never names bytes that are not safe. */
export const uploadFileHandler: Handler<Named['uploadFile']> = async (given) => {
  const call = given as Call;
  const { actor, house } = call;
  const { organisation, person } = actor;
  if (!organisation || !person) return stop(call, 'not_allowed', both('请先选择身份', 'Choose an office first'));
  const { fileName, bytes, type, hash } = await takeUpload(call);
  await house.files.put(hash, bytes, type);
  await inTx(house.pool, scopeFor(call), async (tx) => {
    await insertUpload(tx, {
      hash: Buffer.from(hash, 'hex'),
      size: bytes.length,
      type,
      organisation,
      person,
      fileName,
      at: house.clock.now(),
    });
    audit(tx, 'file.upload', organisation, { hash, fileName, size: bytes.length, type });
  });
  return { hash, fileName, size: bytes.length, type };
};

/** A file is always sent as a download under a policy that lets nothing in it run. */
export const downloadFileHandler: Handler<Named['downloadFile']> = async (given) => {
  const call = given as Call;
  const { house } = call;
  const hash = Buffer.from(given.params.hash, 'hex');
  const { case: kase = null, fact = null, zone = null } = given.query;
  const found = await reading(house.pool, scopeFor(call), async (tx) => {
    if (zone !== null) return findZoneFile(tx, hash, zone);
    const file = fact === null ? await findFile(tx, hash, kase) : await findFactFile(tx, hash, fact);
    if (!file?.process || kase === null) return file;
    const view = await readCase(tx, processNamed(file.process), kase, readerOf(call));
    return view && file.part && file.part in view.data ? file : undefined;
  });
  if (!found) return stop(call, 'not_found');
  return call.reply
    .type(found.type)
    .header('content-length', found.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.file_name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, max-age=3600')
    .send(await house.files.get(given.params.hash));
};
