module example.com/team/tally

go 1.19
