-- A matter that several agencies did together, and declared with the same parts, is no dispute between them (I-27).

-- What a fact declares about its parts: each agency's code and part and who leads, with what the sum turns on. Two facts that
-- declare the same are parts of one ceiling. Null where one agency did it alone or a part is open.
create function app.declared_parts(p_data jsonb, p_valid_on date) returns jsonb language sql immutable as $$
  select case when count(*) > 1 and bool_and(s.part->>'percent' is not null) then jsonb_build_object(
      'parts', jsonb_agg(jsonb_build_array(s.code, round((s.part->>'percent')::numeric, 4), s.place = 1) order by s.code),
      'on', p_valid_on, 'fee', p_data->'agencyFeeYuan', 'mode', p_data->'mode') end
  from (select upper(regexp_replace(normalize(e.part->>'creditCode', NFKC), '[\s-]', '', 'g')) as code, e.part, e.place
    from jsonb_array_elements(case jsonb_typeof(p_data->'shares') when 'array' then p_data->'shares' else '[]' end)
      with ordinality as e(part, place)) s
$$;

-- Whether two agencies hold live facts on a matter that declare the same parts and name both.
create function app.is_shared_matter(p_kind text, p_matter text, p_one uuid, p_other uuid) returns boolean
language sql stable as $$
  select count(distinct d.agency) = 2 and count(distinct d.parts) = 1
    and bool_and(exists (select from jsonb_array_elements(d.parts->'parts') p where p->>0 = d.code))
  from (select f.agency, o.credit_code as code, app.declared_parts(f.data, f.valid_on) as parts
    from fact f join organisation o on o.id = f.agency
    -- A custody contract is held year by year.
    where f.agency in (p_one, p_other) and f.kind = p_kind and f.known_to is null
      and f.matter = case p_kind when 'custody_contract' then regexp_replace(p_matter, '\|\d{4}$', '') else p_matter end) d
$$;

create or replace function app.disputed_matters(p_kase uuid) returns table (kind text, matter text, rival uuid)
language sql stable security definer set search_path = public, app, pg_temp as $$
  select m.kind, m.matter, case when app.is_city() then o.kase end from matter_hold m
    join matter_hold o on o.kind = m.kind and o.matter = m.matter and o.agency <> m.agency and o.released_at is null
  where m.kase = p_kase and m.released_at is null
    and (app.is_city() or exists (select from kase k where k.id = p_kase and k.owner = app.organisation()))
    and not app.is_shared_matter(m.kind, m.matter, m.agency, o.agency)
  order by 1, 2, 3
$$;
