<?php
require __DIR__ . '/vendor/autoload.php';
(new Monolog\Logger('orders'))->info('up');
