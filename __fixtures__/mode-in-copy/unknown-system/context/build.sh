#!/bin/sh
echo built > runner
