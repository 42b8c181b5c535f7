"""Facts held against each other: prose and tables, sums, days told twice."""
