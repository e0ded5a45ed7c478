-- Whose an email is.

-- Whoever signs in elsewhere has no password here.
alter table account alter column password_hash drop not null;

alter table account
    -- Since when it is known that the email belongs to whoever has the account: a provider has vouched for it, they had a
    -- link that was mailed there, or the operator has made the account. Null for accounts made by a link that somebody
    -- else has seen, too.
    add column email_proved_at timestamptz,
    -- The tenant whose invitation made the account; null where the operator or a provider did.
    add column made_in uuid references tenant,
    -- Who they are to the provider they sign in with: an email may change hands, this does not.
    add column issuer text,
    add column subject text,
    add check ((issuer is null) = (subject is null)),
    add unique (issuer, subject);

-- Until now the operator alone has made accounts.
update account set email_proved_at = created_at;
