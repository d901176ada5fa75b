import { both, type Words } from '#core/kernel/words.ts';

/** Why a matter can not be entered again by the agency that claimed it by a false fact (I-47). */
export const foundFalseWords = (matter: string, documentNumber: string): Words =>
  both(
    `“${matter}”已由追回决定${documentNumber}认定不实，本机构不能再登记；认为认定有误的，请向市中心申请更正`,
    `"${matter}" was found false by decision ${documentNumber} and can not be recorded again; ask the centre if that was a mistake`,
  );
