import { both, type Words } from '#core/kernel/words.ts';
import { numberText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fieldsOf, type Schema, titleOf } from '../../ui/schema/schema.ts';
import type { RecognitionParts } from './data.ts';

/** Where the record has the number of a field of the annex from. */
export const recordSources: Readonly<Record<string, Words>> = {
  agenciesIn: both('入驻登记', 'agencies moved in'),
  agenciesOut: both('入驻登记', 'agencies moved out'),
  staff: both('机构人员登记', 'staff of the agencies'),
  grants: both('区内机构登记的事实', 'facts of the agencies inside'),
  loans: both('区内机构登记的政银保质押贷款', 'loans of the scheme'),
  custody: both('区内机构登记的事实', 'facts of the agencies inside'),
  wins: both('区内机构登记的事实', 'facts of the agencies inside'),
  countySupportYuan: both('区县支持登记', 'support of the district'),
  fundsPlannedYuan: both('建设方案', 'the plan'),
  fundsArrivedYuan: both('资金台账', 'the ledger of the zone'),
  fundsSpentYuan: both('资金台账', 'the ledger of the zone'),
};

const words = {
  differs: both('附表中与台账不同的数', 'Numbers of the annex that differ from the record'),
  pair: (title: string, written: string, recorded: string) =>
    both(`${title}：填报${written}，台账${recorded}`, `${title}: reported ${written}, on record ${recorded}`),
};

/** Fields of the annex whose number is not the one on record; what is not on record or not written is left out. */
export function differing({ form, recorded = {} }: RecognitionParts): readonly { readonly name: string; readonly written: number }[] {
  return Object.entries(form?.annex ?? {}).flatMap(([name, written]) =>
    typeof written === 'number' && name in recorded && recorded[name] !== written ? [{ name, written }] : [],
  );
}

/** What county and experts look into: numbers of the annex that are not those on record. */
export function RecordDifferences({ parts, schema }: { readonly parts: RecognitionParts; readonly schema: Schema }) {
  const say = useSay();
  const language = useLanguage();
  const fields = new Map(fieldsOf(schema));
  const rows = differing(parts);
  if (rows.length === 0) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">{say(words.differs)}</p>
      <ul>
        {rows.map(({ name, written }) => (
          <li key={name}>
            {say(words.pair(titleOf(name, fields.get(name) ?? {}, language), numberText(written), numberText(parts.recorded?.[name] ?? 0)))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
