/** The panel of a case as the API sends it to the centre. */
export type PanelView = {
  readonly size: number;
  readonly seed: string;
  readonly excluded: readonly { readonly person: string; readonly name: string; readonly why: string }[];
  readonly members: readonly { readonly person: string; readonly name: string; readonly status: string; readonly why?: string }[];
};

/** A sheet once it is open: sums by group, and whether it counts in the mean. */
export type SheetView = {
  readonly name: string;
  readonly total: number;
  readonly groups: Readonly<Record<string, number>>;
  readonly remark: string;
  readonly isCounted: boolean;
};
