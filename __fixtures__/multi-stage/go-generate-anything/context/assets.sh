#!/bin/sh
date > built.txt
