//! The pages' names as hash routes, parsed and printed. Knows no other module.
