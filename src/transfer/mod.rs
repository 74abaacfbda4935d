//! Carries jobs in and out as files: backup, tables, calendars, Markdown.
