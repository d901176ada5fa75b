import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { processesQuery } from '../../api/query.ts';
import { OpenForm } from '../../case/open-dialog.tsx';
import { useSigned } from '../../session/session.tsx';
import { NotFound } from '../../shell/not-found.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayText } from '../../ui/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { paths } from '../../paths.ts';
import { useYear, YearPicker } from '../year.tsx';
import { type Bonus, bonusQuery, hasPoints } from './bonus.ts';
import { BonusTable } from './bonus-table.tsx';
import { bonusWords as words } from './words.ts';

const readers = new Set(['centre_officer', 'centre_approver', 'auditor']);

/** Why nothing can be prepared now, what is under way, or what has changed since. */
function Notices({ bonus }: { readonly bonus: Bonus }) {
  const say = useSay();
  return (
    <div className="mb-4 grid gap-3">
      {bonus.draft ? (
        <Notice>
          {say(words.draft(bonus.draft.number))}{' '}
          <Link href={paths.case('bonus', bonus.draft.id)} className="link">
            {say(words.toDraft)}
          </Link>
        </Notice>
      ) : (
        bonus.faults.length > 0 && (
          <Notice tone="warn">
            <p className="font-semibold">{say(words.cannot)}</p>
            {bonus.faults.map((fault) => (
              <p key={fault}>{fault}</p>
            ))}
          </Notice>
        )
      )}
      {bonus.isChanged && <Notice tone="warn">{say(words.isChanged)}</Notice>}
      {!hasPoints(bonus) && (
        <Notice>
          {say(words.noPoints)}{' '}
          <Link href={paths.readings} className="link">
            {say(words.toReadings)}
          </Link>
        </Notice>
      )}
    </div>
  );
}

function Versions({ bonus }: { readonly bonus: Bonus }) {
  const say = useSay();
  const language = useLanguage();
  if (bonus.versions.length === 0) return null;
  return (
    <section className="mt-8 grid gap-5">
      <h2 className="font-serif text-lg font-bold">{say(words.versions)}</h2>
      {bonus.versions.map(({ version, case: id, number, documentNumber, confirmedOn, rows, hash }) => {
        const named = say(words.version(version, documentNumber, dayText(confirmedOn, language)));
        const query = { year: bonus.year, version };
        return (
          <article key={version}>
            <header className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="mr-auto font-semibold">{named}</h3>
              <Link href={paths.case('bonus', id)} className={buttonClass('bare', 'small')}>
                {say(words.case)} {number}
              </Link>
              <a href={api.href('exportDistrictBonusCsv', { query })} download className={buttonClass('plain', 'small')}>
                <Icon name="download" />
                {say(words.csv)}
              </a>
              <a href={api.href('exportDistrictBonusXlsx', { query })} download className={buttonClass('plain', 'small')}>
                <Icon name="download" />
                {say(words.xlsx)}
              </a>
            </header>
            <BonusTable rows={rows} caption={named} />
            <p className="mt-1 font-mono text-xs wrap-anywhere text-soft">SHA-256 {hash}</p>
          </article>
        );
      })}
    </section>
  );
}

/** The list as the record is now; where it was confirmed just so, it stands below already. */
function ListNow({ bonus }: { readonly bonus: Bonus }) {
  const say = useSay();
  const [newest] = bonus.versions;
  if (newest && !bonus.isChanged) return <p>{say(words.same(newest.version))}</p>;
  if (bonus.rows.length === 0) return <Empty title={say(words.none)}>{say(words.noneNext)}</Empty>;
  return <BonusTable rows={bonus.rows} caption={say(words.now(bonus.year))} />;
}

function Shown({ bonus }: { readonly bonus: Bonus }) {
  const say = useSay();
  const { office } = useSigned();
  const processes = useQuery(processesQuery);
  const [isOpening, setIsOpening] = useState(false);
  const info = processes.data?.find(({ name }) => name === 'bonus');
  const { excellent, other, maximum } = bonus.points;
  const [newest] = bonus.versions;
  const canPrepare = office.role === 'centre_officer' && bonus.faults.length === 0 && (!newest || bonus.isChanged);
  return (
    <>
      <Notices bonus={bonus} />
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto">
          <h2 className="font-serif text-lg font-bold">{say(words.now(bonus.year))}</h2>
          <p className="text-sm text-soft">{say(words.rule(bonus.ruleTitle, excellent, other, maximum))}</p>
        </div>
        {canPrepare && (
          <Button kind="primary" onClick={() => setIsOpening(true)}>
            {say(newest ? words.correct : words.prepare)}
          </Button>
        )}
      </div>
      <ListNow bonus={bonus} />
      <Versions bonus={bonus} />
      {isOpening && info && (
        <OpenForm info={info} onClose={() => setIsOpening(false)} start={{ year: bonus.year }} keepAs={`bonus/${bonus.year}`} />
      )}
    </>
  );
}

/** `/app/bonus`: which districts earn extra points in a year, prepared by one person and confirmed by another. */
export function Page() {
  const say = useSay();
  const { office } = useSigned();
  const { year } = useYear();
  const isReader = readers.has(office.role);
  const bonus = useQuery({ ...bonusQuery(year), enabled: isReader });
  useTitle(say(words.title));
  if (!isReader) return <NotFound />;
  return (
    <>
      <header className="mb-5">
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <h1 className="mr-auto font-serif text-2xl font-bold sm:text-[1.75rem]">{say(words.title)}</h1>
          <Link href={paths.cases('bonus')} className={buttonClass('bare')}>
            {say(words.cases)}
          </Link>
          <YearPicker />
        </div>
        <p className="mt-1 max-w-prose text-soft">{say(words.lead)}</p>
      </header>
      <Answer query={bonus}>{(data) => <Shown key={data.year} bonus={data} />}</Answer>
    </>
  );
}
