#!/bin/sh
# Run once by the image of PostgreSQL, on an empty volume: the tables belong to one role, the application is another.
set -e
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set owner_password="$JIESU_DB_OWNER_PASSWORD" --set password="$JIESU_DB_PASSWORD" <<'SQL'
create role jiesu_owner login password :'owner_password';
create role jiesu login password :'password';
grant create on schema public to jiesu_owner, jiesu;
SQL
