@mariadb
Feature: Types that are changed in place

  MariaDB takes a column's labels, sign, collation and size along in each MODIFY.

  Rule: What today's rows hold and the new type does not take is run into

    Scenario: Labels, capitals, signs, microseconds, a set, a key to the table itself
      Given the chain "types_in_place"
      When I walk it
      Then the errors are
        | rule            | revision | direction | message                                                                                                                                                                                                                                     |
        | upgrade-crash   | r2       | upgrade   | the upgrade crashes with things: mood 'ugly' against the labels of enum('good','bad'): Data truncated for column 'mood' at row 1                                                                                                            |
        | upgrade-crash   | r3       | upgrade   | the upgrade crashes with things: two rows with the same lower(`email`) against email: Duplicate entry 'NULL' for key 'email'                                                                                                                |
        | downgrade-crash | r4       | downgrade | the downgrade crashes with things: size 2147483648 against int(11): Out of range value for column 'size' at row 1                                                                                                                           |
        | upgrade-crash   | r4       | upgrade   | the upgrade crashes with things: size -1 against int(10) unsigned: Out of range value for column 'size' at row 1                                                                                                                            |
        | data-changed    | r5       | upgrade   | the upgrade changes things.at without saying so                                                                                                                                                                                             |
        | upgrade-crash   | r6       | upgrade   | the upgrade crashes with things: flags 'b' against the labels of set('a'): Data truncated for column 'flags' at row 1                                                                                                                       |
        | upgrade-crash   | r7       | upgrade   | the upgrade crashes with things: part_of 909 against the foreign key to things: Cannot add or update a child row: a foreign key constraint fails (`#sql-alter`, CONSTRAINT `fk_part_of` FOREIGN KEY (`part_of`) REFERENCES `things` (`id`)) |
      And the warnings are none
