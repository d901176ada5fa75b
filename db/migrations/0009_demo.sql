-- Demonstration mode only: how far the clock is moved and whether the invented city is loaded. Never read outside that mode.
create table demo (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0,
  city text not null default 'none' check (city in ('none', 'loading', 'loaded'))
);
grant select, insert, update on demo to jixia_app;
