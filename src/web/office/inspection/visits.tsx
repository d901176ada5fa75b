import { useCallback } from 'react';
import { newKey } from '#contract/client.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { BigText, BigYesNo, Question } from './controls.tsx';
import type { Visit } from './draft.ts';
import { PhotoField } from './photo-field.tsx';
import { dropPhoto } from './photo-store.ts';
import { words } from './words.ts';

type Props = {
  readonly id: string;
  /** Agencies named in the application. */
  readonly known: readonly string[];
  readonly visits: readonly Visit[];
  readonly errors: Readonly<Record<string, string>>;
  /** Gets the list as it is then: several photos may arrive at once. */
  readonly onVisits: (change: (visits: readonly Visit[]) => readonly Visit[]) => void;
  readonly onWaiting: (key: string, isWaiting: boolean) => void;
};

/** The agencies visited: tapped from the application's list or named. */
export function Visits({ id, known, visits, errors, onVisits, onWaiting }: Props) {
  const say = useSay();
  const add = (agency: string) => onVisits((now) => [...now, { key: newKey(), agency, personsMet: '' }]);
  const open = known.filter((name) => !visits.some(({ agency }) => agency === name));
  return (
    <Question title={say(words.visits)} help={say(words.visitsHelp)} error={errors.visits}>
      <div className="flex flex-wrap gap-2">
        {open.map((name) => (
          <Button key={name} onClick={() => add(name)} className="text-left">
            <Icon name="plus" size={16} />
            {name}
          </Button>
        ))}
        <Button kind="bare" onClick={() => add('')}>
          <Icon name="plus" size={16} />
          {say(words.otherAgency)}
        </Button>
      </div>
      {visits.map((visit, index) => (
        <VisitCard
          key={visit.key}
          storeKey={`${id}/${visit.key}`}
          visit={visit}
          isKnown={known.includes(visit.agency)}
          errorAt={(field) => errors[`visits.${index}.${field}`]}
          onVisits={onVisits}
          onWaiting={onWaiting}
        />
      ))}
    </Question>
  );
}

type CardProps = Pick<Props, 'onVisits' | 'onWaiting'> & {
  readonly storeKey: string;
  readonly visit: Visit;
  readonly isKnown: boolean;
  readonly errorAt: (field: string) => string | undefined;
};

function VisitCard({ storeKey, visit, isKnown, errorAt, onVisits, onWaiting }: CardProps) {
  const say = useSay();
  const { key, agency } = visit;
  const set = useCallback(
    (change: Partial<Visit>) => onVisits((now) => now.map((one) => (one.key === key ? { ...one, ...change } : one))),
    [key, onVisits],
  );
  const remove = () => {
    void dropPhoto(storeKey);
    onWaiting(key, false);
    onVisits((now) => now.filter((one) => one.key !== key));
  };
  return (
    <div className="grid gap-4 border-t-2 border-teal pt-3">
      <div className="flex items-start justify-between gap-3">
        {isKnown ? (
          <p className="text-lg font-semibold">{agency}</p>
        ) : (
          <BigText label={say(words.agency)} value={agency} error={errorAt('agency')} onValue={(text) => set({ agency: text })} />
        )}
        <Button kind="bare" size="small" onClick={remove}>
          {say(words.remove)}
        </Button>
      </div>
      <div>
        <p className="mb-1 font-semibold">{say(words.operating)}</p>
        <BigYesNo
          name={`operating-${key}`}
          label={`${agency} ${say(words.operating)}`}
          value={visit.isOperating}
          onValue={(isOperating) => set({ isOperating })}
        />
        {errorAt('isOperating') && <p className="mt-1 text-sm font-semibold text-red">{errorAt('isOperating')}</p>}
      </div>
      <BigText
        label={say(words.personsMet)}
        value={visit.personsMet}
        error={errorAt('personsMet')}
        onValue={(personsMet) => set({ personsMet })}
      />
      <PhotoField
        storeKey={storeKey}
        label={say(words.photoAlt(agency))}
        hash={visit.photo}
        onHash={(photo) => onVisits((now) => now.map((one) => (one.key === key ? withPhoto(one, photo) : one)))}
        onWaiting={(isWaiting) => onWaiting(key, isWaiting)}
      />
    </div>
  );
}

const withPhoto = ({ photo: _before, ...visit }: Visit, photo: string | undefined): Visit =>
  photo === undefined ? visit : { ...visit, photo };
