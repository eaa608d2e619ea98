#!/bin/sh
./target/release/lamp --seed /var/lib/lamp
