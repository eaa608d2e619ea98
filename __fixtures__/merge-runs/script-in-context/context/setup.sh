#!/bin/sh
mkdir -p /srv/data
