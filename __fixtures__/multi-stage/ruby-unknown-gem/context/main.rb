require "frobnicate"
