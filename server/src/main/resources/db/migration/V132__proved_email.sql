-- Before a tenant is known: whoever has proved elsewhere that an email is theirs sees the invitations to it.
create policy proved_email on invitation for select
    using (email = nullif(current_setting('muster.email', true), ''));
