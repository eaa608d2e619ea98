<?php $host = "db";
