-- What a review found of each column, of each topic, and of each row. Reviews made before know none of it, so they go:
-- whoever opens one is asked to begin it again. (truncate, because row-level policies hide rows from delete.)
truncate review;
alter table review drop column rows;
alter table review add column columns jsonb not null default '[]';
alter table review add column topics jsonb not null default '{}';

-- The rows of a review, some hundred to a part, so that a million rows are written and removed in no time. The facets
-- tell in which parts rows of a kind are; the rest is unpacked only there.
create table review_part (
    tenant_id  uuid    not null,
    import_id  uuid    not null,
    first_row  bigint  not null,
    last_row   bigint  not null,
    -- Where the first row begins in the file, unless only reading finds it.
    place_line bigint,
    place_byte bigint,
    place_char integer,
    facets     text[]  not null,
    outcomes   text    not null,
    noted      bytea   not null,
    -- What stands in the file, where no place leads there.
    cells      bytea,
    primary key (tenant_id, import_id, first_row),
    foreign key (tenant_id, import_id) references review on delete cascade
);
-- Packed already.
alter table review_part alter column noted set storage external, alter column cells set storage external;
call isolate('review_part');
