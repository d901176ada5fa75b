import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { CaseView } from '#contract/cases.ts';
import type { Words } from '#core/kernel/words.ts';
import { paths } from '../paths.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { clockText, momentText } from '../ui/format.ts';
import { Icon } from '../ui/icons.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Pairs } from '../ui/pairs.tsx';
import { words } from './words.ts';

type Receipt = CaseView['receipts'][number];

/** The dark squares of a QR code as one path, one unit each, with the quiet zone it needs. */
async function qrPath(text: string): Promise<{ readonly size: number; readonly path: string }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cells = Array.from(modules.data, (isDark, at) =>
    isDark ? `M${(at % modules.size) + 4} ${Math.floor(at / modules.size) + 4}h1v1h-1z` : '',
  );
  return { size: modules.size + 8, path: cells.join('') };
}

function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data } = useQuery({ queryKey: ['qr', text], queryFn: () => qrPath(text), staleTime: Number.POSITIVE_INFINITY });
  if (!data) return null;
  return (
    <figure className="w-40 shrink-0 text-center">
      <svg
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is drawn here, not fetched
        role="img"
        aria-label={label}
        viewBox={`0 0 ${data.size} ${data.size}`}
        shapeRendering="crispEdges"
        className="w-full rounded-md bg-[#ffffff]"
      >
        <path d={data.path} fill="#000000" />
      </svg>
      <figcaption className="mt-1 text-sm text-soft">{label}</figcaption>
    </figure>
  );
}

type Props = { readonly kase: CaseView; readonly receipt: Receipt; readonly lead: Words };

/** The receipt of a filing: number, time, fingerprint, and a code that anybody can check. */
export function ReceiptView({ kase, receipt, lead }: Props) {
  const say = useSay();
  const language = useLanguage();
  const address = `${location.origin}${paths.verify(receipt.code)}`;
  const pairs = [
    { key: 'number', label: say(words.number), value: receipt.number },
    {
      key: 'at',
      label: say(words.time),
      value: `${momentText(receipt.at, language).slice(0, -5)}${clockText(receipt.at, language)} (UTC+8)`,
    },
    { key: 'hash', label: say(words.hash), value: <code className="text-sm wrap-anywhere">{receipt.hash}</code>, isWide: true },
  ];
  return (
    <article className="print-plain mx-auto max-w-3xl rounded-xl border border-line bg-card px-5 py-7 sm:px-10 sm:py-9">
      <p className="mb-2 flex items-center gap-2 font-semibold text-teal">
        <Icon name="check" />
        {kase.stateTitle}
      </p>
      <h1 className="font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.receipt)}</h1>
      <p className="mt-1 text-lg">{receipt.title}</p>
      <p className="mt-4 max-w-prose text-soft">{say(lead)}</p>
      <div className="mt-6 flex flex-wrap items-start justify-between gap-6 border-y border-line py-6">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-sm text-soft">{say(words.code)}</p>
          <p className="mb-5 font-mono text-xl font-bold tracking-wide sm:text-2xl">{receipt.code}</p>
          <Pairs pairs={pairs} />
        </div>
        <QrCode text={address} label={say(words.qr)} />
      </div>
      <p className="mt-4 text-sm wrap-anywhere text-soft">
        {say(words.verify)}：
        <a className="link" href={paths.verify(receipt.code)}>
          {address}
        </a>
      </p>
      <div className="no-print mt-7 flex flex-wrap gap-3">
        <Link href={paths.case(kase.process, kase.id)} className={buttonClass('primary')}>
          {say(words.openCase)}
        </Link>
        <Button onClick={() => window.print()}>
          <Icon name="print" size={16} />
          {say(words.print)}
        </Button>
      </div>
    </article>
  );
}
