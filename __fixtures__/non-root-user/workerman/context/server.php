<?php
$worker->run();
