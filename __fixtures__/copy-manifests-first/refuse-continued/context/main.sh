echo on
