import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openHouse } from '../support/house.ts';

const house = await openHouse();

/** Tables that everybody may read, because what they hold is published or says nothing. */
const openTables = ['attachment', 'demo', 'schema_migration'];
/** Tables that nobody but the owner of the database may change once a row is in. */
const appendOnly = [
  'abnormal_operation',
  'attachment',
  'attachment_use',
  'audit',
  'audit_stream',
  'bank_answer',
  'case_event',
  'claim_bar',
  'claim_bar_end',
  'duty',
  'expert_profile',
  'expert_tie',
  'fact_confirmation',
  'fact_file',
  'fact_finding',
  'fact_finding_end',
  'filing',
  'indicator_report',
  'indicator_standing',
  'journal',
  'ledger_account',
  'payee_account',
  'payment_file',
  'plan_funds',
  'plan_version',
  'posting',
  'qualification',
  'reading',
  'receipt',
  'related_party',
  'schema_migration',
  'score_sheet',
  'settlement_rate',
  'support',
  'support_end',
  'task_report',
  'task_standing',
  'upload',
  'voucher_use',
  'zone',
  'zone_file',
  'zone_membership',
  'zone_record',
  'zone_record_end',
  'zone_status',
];

const owned = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
  (await house.owner.query<Row>(sql, values)).rows;
const tables = () =>
  owned<{ name: string; isForced: boolean }>(
    `select relname as name, relrowsecurity and relforcerowsecurity as "isForced" from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  );

const writesAllowed = (privileges: string) =>
  owned<{ name: string }>(
    `select c.relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and has_any_column_privilege('jixia_app', c.oid, 'UPDATE') and strpos($1, 'UPDATE') > 0
     union select c.relname from pg_class c, unnest(string_to_array($1, ',')) p where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege('jixia_app', c.oid, p) order by 1`,
    [privileges],
  );

describe('The catalogue of the database', () => {
  const unforced = async () => (await tables()).filter(({ isForced }) => !isForced).map(({ name }) => name);

  it('forces row-level security on every table but those whose content is public', async () => {
    expect(await unforced()).toEqual(openTables);
  });

  it('turns red for a table nobody thought of', async () => {
    await owned(`create table forgotten (secret text)`);
    expect(await unforced()).toContain('forgotten');
    await owned(`drop table forgotten`);
  });

  it('gives the program a role that owns nothing, is nobody’s member and steps around no policy', async () => {
    const [role] = await owned(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'jixia_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false });
    expect(await owned(`select 1 from pg_auth_members where member = 'jixia_app'::regrole`)).toEqual([]);
    expect(await owned(`select 1 from pg_shdepend where refobjid = 'jixia_app'::regrole and deptype = 'o'`)).toEqual([]);
    const [schemas] = await owned(
      `select has_schema_privilege('jixia_app', 'public', 'CREATE') as public, has_schema_privilege('jixia_app', 'app', 'CREATE') as app, has_database_privilege('jixia_app', current_database(), 'CREATE') as base`,
    );
    expect(schemas).toEqual({ public: false, app: false, base: false });
  });

  const changeable = async () =>
    (await writesAllowed('UPDATE,DELETE,TRUNCATE')).map(({ name }) => name).filter((name) => appendOnly.includes(name));

  it('lets the program change no event, audit entry, filing, receipt, sheet, reading, decision or booking', async () => {
    expect(await changeable()).toEqual([]);
  });

  it('turns red when a grant slips in', async () => {
    for (const grant of ['update', 'delete', 'truncate', 'update (body)']) {
      await owned(`grant ${grant} on case_event to jixia_app`);
      expect(await changeable(), grant).toEqual(['case_event']);
      await owned(`revoke ${grant} on case_event from jixia_app`);
    }
    expect(await changeable()).toEqual([]);
  });

  it('lets the program empty or rebuild no table, and delete only what is its own', async () => {
    expect(await writesAllowed('TRUNCATE,TRIGGER,REFERENCES')).toEqual([]);
    expect((await writesAllowed('DELETE')).map(({ name }) => name)).toEqual([
      'fact_import_rows',
      'outbox',
      'pending_event',
      'score_draft',
      'session',
      'sign_in_attempt',
    ]);
  });

  it.each([
    ['fact', ['known_to', 'withdrawn_because']],
    ['ledger_account', []],
    ['matter_hold', ['held_at', 'released_at']],
    ['payee', ['ended_at']],
    ['payable', ['bank_reference', 'batch', 'cancelled_at', 'is_held', 'paid_at']],
    ['voucher', ['ended_at', 'ended_how']],
  ])('lets the program change of %s no more than %j', async (table, names) => {
    const columns = await owned<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and has_column_privilege('jixia_app', attrelid, attnum, 'UPDATE') order by 1`,
      [table],
    );
    expect(columns.map(({ name }) => name)).toEqual(names);
  });

  it('lets nobody but the ledger’s own function write what it holds', async () => {
    for (const table of ['ledger_account', 'journal', 'posting']) {
      const [may] = await owned(
        `select has_any_column_privilege('jixia_app', $1, 'INSERT') as insert, has_any_column_privilege('jixia_app', $1, 'UPDATE') as update`,
        [table],
      );
      expect(may, table).toEqual({ insert: false, update: false });
    }
  });

  it('has few functions that look past the policies, each with a fixed search path and none open to everybody', async () => {
    const functions = await owned(
      `select proname as name, proconfig::text as config, has_function_privilege('public', oid, 'EXECUTE') as "isOpen" from pg_proc where prosecdef and pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by 1`,
    );
    const config = '{"search_path=public, app, pg_temp"}';
    expect(functions).toEqual(
      [
        'adopt_plan',
        'agency_name',
        'append_audit',
        'are_related',
        'begin_zone_status',
        'check_fact_parents',
        'disputed_matters',
        'expert_pool',
        'facts_naming',
        'find_false',
        'is_approved_fact',
        'is_moving',
        'keep_licence',
        'keep_stay',
        'note_indicator_report',
        'note_plan_funds',
        'note_task_report',
        'open_sheets',
        'organisation_by_code',
        'post_entry',
        'prove_journal',
        'public_grades',
        'refuse_found_false',
        'release_hold',
        'replace_duties',
        'restore_facts',
        'session_of',
        'set_zone_status',
        'someone_waits_before',
        'stays_of_enterprises',
        'take_in_enterprises',
        'uses_of',
        'voucher_by_code',
        'was_objected',
        'zone_agencies',
        'zone_counted',
        'zone_enterprises',
      ].map((name) => ({ name, config, isOpen: false })),
    );
  });
});
