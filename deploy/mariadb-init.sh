# Run once by the database's image on an empty volume: two schemas, two users, each with rights on its own alone.
registan=$(cat /run/secrets/mariadb-registan)
keycloak=$(cat /run/secrets/mariadb-keycloak)
mariadb --protocol=socket -uroot -p"$(cat /run/secrets/mariadb-root)" <<SQL
CREATE DATABASE registan CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER 'registan'@'%' IDENTIFIED BY '$registan';
GRANT ALL PRIVILEGES ON registan.* TO 'registan'@'%';
CREATE DATABASE keycloak CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
CREATE USER 'keycloak'@'%' IDENTIFIED BY '$keycloak';
GRANT ALL PRIVILEGES ON keycloak.* TO 'keycloak'@'%';
SQL
