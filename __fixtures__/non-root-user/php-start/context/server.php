<?php
$app->start();
