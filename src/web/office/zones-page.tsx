import { useQuery } from '@tanstack/react-query';
import { ErrorView } from '../api/problem-view.tsx';
import { zonesQuery } from '../api/query.ts';
import { Link } from 'wouter';
import { useTitle } from '../shell/use-title.ts';
import { Badge } from '../ui/badge.tsx';
import { Empty } from '../ui/empty.tsx';
import { dayText } from '../ui/format.ts';
import { useLanguage, useSay } from '../ui/language.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { type Column, rowLinkClass, Table } from '../ui/table.tsx';
import { paths } from '../paths.ts';
import { useSigned } from '../session/session.tsx';
import { concernsZone } from './zone/access.ts';
import { words as zoneWords } from './zone/words.ts';
import { words } from '../words.ts';
import { officeWords } from './words.ts';

type Zone = NonNullable<ReturnType<typeof useZones>['data']>[number];

const useZones = () => useQuery(zonesQuery);

function useColumns(): readonly Column<Zone>[] {
  const say = useSay();
  const language = useLanguage();
  const { office } = useSigned();
  return [
    {
      key: 'zone',
      title: say(officeWords.zone),
      isHeading: true,
      cell: (zone) => (
        <>
          {concernsZone(office, zone) ? (
            <Link href={paths.zone(zone.id)} className={rowLinkClass}>
              {zone.name}
            </Link>
          ) : (
            <span className="font-semibold">{zone.name}</span>
          )}{' '}
          {zone.status !== 'designated' && <Badge tone="gold">{say(zoneWords.statuses[zone.status] ?? zoneWords.unknownStatus)}</Badge>}
          <span className="block text-sm text-soft">
            {zone.number} · {zone.districtName}
          </span>
        </>
      ),
    },
    { key: 'operator', title: say(officeWords.operator), cell: ({ operatorName }) => operatorName },
    { key: 'site', title: say(officeWords.site), cell: ({ siteKindTitle }) => siteKindTitle },
    { key: 'industries', title: say(officeWords.industries), cell: ({ industries }) => industries.join('、') },
    {
      key: 'day',
      title: say(officeWords.designatedOn),
      className: 'whitespace-nowrap',
      cell: ({ designatedOn }) => dayText(designatedOn, language),
    },
    { key: 'certificate', title: say(officeWords.certificate), className: 'whitespace-nowrap', cell: ({ certificate }) => certificate },
  ];
}

/** The register of designated zones. */
export function ZonesPage() {
  const say = useSay();
  const zones = useZones();
  const columns = useColumns();
  useTitle(say(words.zones));
  return (
    <>
      <h1 className="mb-5 font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.zones)}</h1>
      {zones.isPending && <Skeleton lines={6} />}
      {zones.error && <ErrorView error={zones.error} onRetry={() => void zones.refetch()} />}
      {zones.data?.length === 0 && <Empty title={say(officeWords.noZones)}>{say(officeWords.noZonesNext)}</Empty>}
      {zones.data && zones.data.length > 0 && (
        <div className="rounded-xl border border-line bg-card">
          <Table caption={say(words.zones)} columns={columns} rows={zones.data} keyOf={({ id }) => id} isSticky />
        </div>
      )}
    </>
  );
}
