# Run once by the database container on an empty volume: the app owns its database and nothing else, and the
# superuser keeps no password, so that it is reachable only from inside the container.
psql --username "$POSTGRES_USER" --dbname postgres -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" <<'SQL'
create role ontherecord login password :'password';
create database ontherecord owner ontherecord;
alter role postgres password null;
SQL
