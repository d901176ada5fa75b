import type { CaseView } from '#contract/cases.ts';
import { Amount } from '../../ui/amount.tsx';
import { FileLink } from '../../ui/file-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { redemptionOf } from './data.ts';
import { serviceWords, words } from './words.ts';

function useKind(service: string): string {
  const say = useSay();
  return serviceWords[service] ? say(serviceWords[service]) : service;
}

/** The redemption in one sentence, its amount, and the papers it rests on. */
export function RedemptionFacts({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const parts = redemptionOf(view);
  const kind = useKind(parts.service);
  return (
    <>
      <p className="mb-4">{say(words.sentence(parts.holderName, parts.providerName, parts.clientName, kind))}</p>
      <Pairs
        pairs={[
          { key: 'amount', label: say(words.amount), value: <Amount fen={parts.amountFen} isBig /> },
          { key: 'voucher', label: say(words.voucher), value: parts.voucherNumber },
          { key: 'provider', label: say(words.provider), value: parts.providerName },
          { key: 'client', label: say(words.client), value: parts.clientName },
          {
            key: 'contract',
            label: say(words.contract),
            value: (
              <>
                {parts.contractNumber} <FileLink hash={parts.contractFile} />
              </>
            ),
          },
          {
            key: 'invoice',
            label: say(words.invoice),
            value: (
              <>
                {parts.invoiceNumber} {typeof parts.invoiceFen === 'number' && <Amount fen={parts.invoiceFen} />}{' '}
                <FileLink hash={parts.invoiceFile} />
              </>
            ),
          },
          ...(typeof parts.proofFile === 'string'
            ? [{ key: 'proof', label: say(words.proof), value: <FileLink hash={parts.proofFile} /> }]
            : []),
          { key: 'kind', label: say(words.kind), value: kind },
          { key: 'payee', label: say(words.payee), value: parts.payeeName },
        ]}
      />
    </>
  );
}
