-- Roll-ups are tables of sums that the program makes from its own list; here stands which of them exist, and of what.
create table roll_up (table_name varchar primary key, definition varchar not null);
-- Raised by every commit of data, by whichever process: what was read of an equal version still holds.
create table data_version (version bigint not null);
insert into data_version values (0);
