<?php
return [Symfony\Bundle\MakerBundle\MakerBundle::class => ["dev" => true]];
