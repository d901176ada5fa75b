import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useSay } from '../../ui/language.tsx';
import { paths } from '../../paths.ts';
import { AllVouchers } from './all-vouchers.tsx';
import { Present } from './present.tsx';
import { RelatedParties } from './related-parties.tsx';
import { VoucherCard } from './voucher-card.tsx';
import { words } from './words.ts';

const readers = new Set(['agency', 'centre_officer', 'centre_approver', 'auditor']);

const vouchersQuery = { queryKey: ['vouchers'], queryFn: () => dataOf(api.call('listVouchers')) };

/** Whether a voucher is being presented, and with which code; in the address, so that a scanned link opens it. */
function usePresenting() {
  const [search, setSearch] = useSearchParams();
  const code = search.get('code') ?? '';
  return {
    code,
    isOpen: code !== '' || search.has('present'),
    open: () => setSearch((now) => (now.set('present', '1'), now)),
    close: () => setSearch((now) => (now.delete('present'), now.delete('code'), now), { replace: true }),
  };
}

/** `/app/vouchers`: the agency's wallet and the way to redeem another's voucher; all vouchers for the centre. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const isReader = readers.has(office.role);
  const isAgency = office.role === 'agency';
  const vouchers = useQuery({ ...vouchersQuery, enabled: isReader });
  const presenting = usePresenting();
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <Link href={paths.cases('redemption')} className={buttonClass('bare')}>
            {say(words.redemptions)}
          </Link>
          {isAgency && (
            <Button kind="primary" onClick={presenting.open}>
              {say(words.present)}
            </Button>
          )}
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(isAgency ? words.lead : words.leadAll)}</p>
      </header>
      <Answer query={vouchers} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={say(words.none)}>{say(isAgency ? words.noneNext : words.noneAll)}</Empty>
          ) : isAgency ? (
            <ul className="grid grid-cols-1 gap-4">
              {rows.map((voucher) => (
                <VoucherCard key={voucher.id} voucher={voucher} />
              ))}
            </ul>
          ) : (
            <AllVouchers rows={rows} />
          )
        }
      </Answer>
      <RelatedParties />
      {isAgency && presenting.isOpen && <Present key={presenting.code} code={presenting.code} onClose={presenting.close} />}
    </>
  );
}
