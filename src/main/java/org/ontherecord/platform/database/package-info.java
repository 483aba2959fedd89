/** The PostgreSQL server that comes with the app, for everyone who has not brought their own (docs/adr/0002). */
package org.ontherecord.platform.database;
