import { createHash } from 'node:crypto';
import { both } from '#core/kernel/words.ts';
import { allowedEndings, cleanFileName, typeOf } from '#server/files/inspect.ts';
import { type Call, stop } from './call.ts';

/** An uploaded file, held in memory: never larger than the configured limit. */
export type Upload = { readonly fileName: string; readonly bytes: Buffer; readonly type: string; readonly hash: string };

/** Takes the one file of a multipart body. Size and kind are checked before anything is parsed or stored. */
export async function takeUpload(call: Call): Promise<Upload> {
  if (!call.request.isMultipart())
    return stop(call, 'unsupported_media', both('请以表单上传文件（multipart/form-data）', 'Send the file as multipart/form-data'));
  const part = await call.request.file();
  if (!part) return stop(call, 'malformed', both('没有收到文件', 'No file was sent'));
  const bytes = await part.toBuffer().catch(() => null);
  const most = call.house.config.UPLOAD_MAX_MB;
  if (bytes === null || part.file.truncated)
    return stop(call, 'too_large', both(`文件超过${most}MB，请压缩或拆分后再传`, `The file is larger than ${most} MB`));
  const fileName = cleanFileName(part.filename);
  if (bytes.length === 0) return stop(call, 'wrong_file_type', both('文件是空的', 'The file is empty'));
  const type = typeOf(fileName, bytes);
  if (type === null) {
    const endings = allowedEndings.join(' ');
    return stop(
      call,
      'wrong_file_type',
      both(
        `“${fileName}”的内容与扩展名不符，或不是允许的类型（${endings}）`,
        `"${fileName}" is not what its name says, or not allowed (${endings})`,
      ),
    );
  }
  return { fileName, bytes, type, hash: createHash('sha256').update(bytes).digest('hex') };
}
