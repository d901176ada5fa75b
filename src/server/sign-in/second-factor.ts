import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';

const period = 30;
const totpOf = (secret: Secret, label: string) => new TOTP({ issuer: '稷下', label, secret, period, digits: 6 });

/** A new secret with the address that authenticator apps read, also as a QR code (SVG). */
export async function newSecondFactor(
  username: string,
): Promise<{ readonly secret: Buffer; readonly text: string; readonly uri: string; readonly qr: string }> {
  const secret = new Secret({ size: 20 });
  const uri = totpOf(secret, username).toString();
  return { secret: Buffer.from(secret.bytes), text: secret.base32, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 1 }) };
}

/** The time step a code belongs to, one step of drift allowed; null when it fits none. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const bytes = new Secret({ buffer: new Uint8Array(secret).buffer });
  const delta = totpOf(bytes, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}
