import 'express';
